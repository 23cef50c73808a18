const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A piece of XML, ready to be sent. */
export class Xml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

// XML 1.0 allows no control characters but tab and the ends of lines, and no halves of surrogate pairs.
const refused = /[^\t\n\r\P{C}]|[\ufffe\uffff]/gu;

/** Text without what XML cannot hold, with the rest of it escaped. */
const textOf = (value: string): string =>
  value
    .toWellFormed()
    .replace(refused, '')
    .replace(/[&<>"']/g, (one) => entities[one] ?? one);

type Part = string | number | null | Xml | Xml[];

const partText = (part: Part): string =>
  Array.isArray(part)
    ? part.map(({ text }) => text).join('')
    : part instanceof Xml
      ? part.text
      : textOf(String(part ?? ''));

/** xml`<title>${title}</title>`: whatever is put in is text, unless it is XML already. */
export const xml = (strings: TemplateStringsArray, ...parts: Part[]): Xml =>
  new Xml(
    strings
      .map((text, index) => text + (index < parts.length ? partText(parts[index] ?? null) : ''))
      .join(''),
  );

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
