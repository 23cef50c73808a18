/** What Vite's dev server needs in a page: its client, and React's hot reload before the first component. */
export function devScripts(basePath: string, nonce: string) {
  const refresh = `import { injectIntoGlobalHook } from '${basePath}/@react-refresh';
injectIntoGlobalHook(window);
window.$RefreshReg$ = () => {};
window.$RefreshSig$ = () => (type) => type;`;
  return {
    scripts: [
      { attrs: { type: 'module', nonce }, children: refresh },
      { attrs: { type: 'module', src: `${basePath}/@vite/client` } },
      { attrs: { type: 'module', src: `${basePath}/src/entry-client.tsx` } },
    ],
  };
}
