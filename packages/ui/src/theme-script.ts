/** Where the reader's choice is kept. */
export const themeStorageKey = 'theme';

/**
 * Sets the chosen theme before the first paint. The server puts it in an inline <script> under the page's
 * nonce, in <head>; <html> wants `suppressHydrationWarning`, since the script adds an attribute to it.
 */
export const themeScript = `try{const t=localStorage.getItem('${themeStorageKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
