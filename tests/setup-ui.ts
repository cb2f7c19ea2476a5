import "fake-indexeddb/auto";

import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// Guards against a hang only: a busy machine may take its time.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
