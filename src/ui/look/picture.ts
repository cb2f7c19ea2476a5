/** Elements and words as plain data: what a screen drew, to be kept and drawn again without the code that drew it. */
export type Picture = string | PicturedElement;

interface PicturedElement {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly Picture[];
}

/** Takes the picture of an element. Of a list marked `data-first` only so many lines; nothing of what is marked `data-asked`: what the ward answers may be another by the next time. */
export function takePicture(element: Element): Picture {
  const first = Number(element.getAttribute(FIRST) ?? Infinity);
  const children: Picture[] = [];
  for (const child of element.childNodes) {
    if (children.length >= first) break;
    if (child instanceof Element) {
      if (!child.hasAttribute(ASKED) && !isPassedOver(child)) children.push(takePicture(child));
    } else if (child.nodeType === Node.TEXT_NODE) children.push(child.nodeValue ?? "");
  }
  const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
  // What is chosen is no attribute.
  if (element instanceof HTMLOptionElement && element.selected) attributes.push(["selected", ""]);
  return { tag: element.localName, attributes, children };
}

/** Draws a picture anew; null for what is none, or might run something. */
export function drawPicture(picture: unknown, inSvg = false): Node | null {
  if (typeof picture === "string") return document.createTextNode(picture);
  if (!isPictured(picture) || picture.tag === "script") return null;
  const isSvg = inSvg || picture.tag === "svg";
  const element = isSvg
    ? document.createElementNS("http://www.w3.org/2000/svg", picture.tag)
    : document.createElement(picture.tag);
  for (const [name, value] of picture.attributes) setAttribute(element, name, value);
  for (const child of picture.children) {
    const node = drawPicture(child, isSvg);
    if (node) element.append(node);
  }
  return element;
}

/** Of how many lines of a list a picture is taken. */
const FIRST = "data-first";
/** What may no longer be true. */
const ASKED = "data-asked";

/** Of hundreds of places to choose from the chosen one shows. */
function isPassedOver(element: Element): boolean {
  return element instanceof HTMLOptionElement && !element.selected;
}

// The Content-Security-Policy forbids the attribute, not the property.
function setAttribute(element: HTMLElement | SVGElement, name: string, value: string): void {
  if (name === "style") element.style.cssText = value;
  else if (!name.startsWith("on")) element.setAttribute(name, value);
}

function isPictured(picture: unknown): picture is PicturedElement {
  return typeof picture === "object" && picture !== null && "tag" in picture && "children" in picture;
}
