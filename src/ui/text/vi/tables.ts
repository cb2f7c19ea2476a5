export const tables = {
  search: "Tìm trong “{{table}}”",
  all: "{{number}} dòng",
  found: "Đang hiện {{number}} trên {{all}} dòng",
  none: "Không có dòng nào khớp.",
  print: "In bảng này",
  printOf: "In bảng này: {{table}}",
} as const;
