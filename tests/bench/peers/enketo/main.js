// The least that a page around enketo-core does: the form and its model stand in the page already, as its documentation has it.
import { Form } from "enketo-core";
import events from "enketo-core/src/js/event.js";
import fileManager from "enketo-core/src/js/file-manager.js";

import { keep } from "../keep.js";

const model = JSON.parse(document.querySelector("#model").textContent);
const form = new Form(document.querySelector("form.or"), { modelStr: model }, {});
const errors = form.init();
if (errors.length > 0) throw new Error(errors.join(" "));
document.querySelector("#keep").addEventListener("click", () => void save());
document.body.dataset.usable = "";
void navigator.serviceWorker.register("/sw.js");

async function save() {
  if (!(await form.validate())) return;
  form.view.html.dispatchEvent(events.BeforeSave());
  await keep({ record: form.getDataStr(), files: fileManager.getCurrentFiles() });
}
