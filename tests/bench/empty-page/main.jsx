import { createRoot } from "react-dom/client";

// The least that any page of this library does.
createRoot(document.getElementById("root")).render(<p className="ready">Trống</p>);
void navigator.serviceWorker.register("/service-worker.js");
