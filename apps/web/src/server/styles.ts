/** Styles of pages that only the server renders: an entry of the browser's build, for its one stylesheet to hold them. */
export { default as errorPage } from './error-page.module.css';
export { default as referencePage } from './reference-page.module.css';
