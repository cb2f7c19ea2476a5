// The least that a page around @getodk/web-forms does; the form comes with the script.
import { OdkWebForm, webFormsPlugin } from "@getodk/web-forms";
import { createApp, h } from "vue";

import { keep } from "../keep.js";
import formXml from "../pledge.xml?raw";

const form = {
  formXml,
  fetchFormAttachment: async () => new Response("", { status: 404 }),
  missingResourceBehavior: "BLANK",
  onSubmit: ({ data }) => void keep({ files: [...data].flatMap((part) => [...part.values()]) }),
};
createApp({ render: () => h(OdkWebForm, form) })
  .use(webFormsPlugin)
  .mount("#form");
void navigator.serviceWorker.register("/sw.js");
