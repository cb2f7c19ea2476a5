/// <reference types="vite/client" />

/** Version of this build, from package.json; `SO_TAY_VERSION` at build time names another. */
declare const __APP_VERSION__: string;
