import type { ColumnDefinitionNode, CreateTableNode, KyselyPlugin, RootOperationNode } from "kysely";

/**
 * Makes tables without foreign keys. Every writer holds the ward's row before it writes anything else, so that they would
 * find nothing; they would cost a look for every row, and Citus takes none to a table that it has not spread yet.
 */
export const withoutForeignKeys: KyselyPlugin = {
  transformQuery: ({ node }) => (isCreateTable(node) ? bare(node) : node),
  transformResult: ({ result }) => Promise.resolve(result),
};

function isCreateTable(node: RootOperationNode): node is CreateTableNode {
  return node.kind === "CreateTableNode";
}

function bare(node: CreateTableNode): CreateTableNode {
  return { ...node, columns: node.columns.map(withoutReference) };
}

function withoutReference({
  references: _references,
  ...column
}: ColumnDefinitionNode): ColumnDefinitionNode {
  return column;
}
