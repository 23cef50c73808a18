/** Machines read what the server sends: in the browser stands nothing for json-ld.ts. */
const none = (): never => {
  throw new Error('JSON-LD is made by the server');
};

export {
  none as breadcrumbJsonLd,
  none as browsedJsonLd,
  none as listJsonLd,
  none as movieJsonLd,
  none as personJsonLd,
};
