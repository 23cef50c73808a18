import '@cinematheque/ui/theme.css';
import { themeScript } from '@cinematheque/ui/theme-script';
import { createRootRouteWithContext, HeadContent, Outlet, Scripts, useRouter } from '@tanstack/react-router';
import { viewerOptions } from '../account/viewer.ts';
import { heard, pressScript } from '../components/early-press.ts';
import { late } from '../components/late.tsx';
import type { SiteContext } from '../context.ts';
import { keptOptions } from '../favorites/kept-options.ts';
import { pageHead } from '../head.ts';
import { useSiteKeys } from '../layout/use-site-keys.ts';
import { useFileUrl } from '../links.ts';
import styles from './root.module.css';

const RouteProgress = late(async () => (await import('../layout/route-progress.tsx')).RouteProgress);
const SiteHeader = late(async () => (await import('../layout/site-header.tsx')).SiteHeader);
const SiteFooter = late(async () => (await import('../layout/site-footer.tsx')).SiteFooter);
const MessageLine = late(async () => (await import('../layout/message-line.tsx')).MessageLine);
const OfflineNotice = late(async () => (await import('../layout/offline-notice.tsx')).OfflineNotice);

export const Route = createRootRouteWithContext<SiteContext>()({
  async beforeLoad({ context }) {
    const { user } = await context.queryClient.ensureQueryData(viewerOptions(context));
    return { viewer: user };
  },
  // Who is signed in gets his hearts with the page.
  loader: async ({ context }) => {
    if (context.viewer) await context.queryClient.ensureQueryData(keptOptions(context));
  },
  head: ({ match }) => pageHead(match.context, {}),
  component: Document,
});

function Document() {
  const { basepath, options } = useRouter();
  const fileUrl = useFileUrl();
  useSiteKeys();
  return (
    <html
      lang="en"
      data-base-path={basepath === '/' ? '' : basepath}
      data-site-url={options.context.siteUrl}
      data-site-name={options.context.siteName}
      // The theme script adds an attribute before React is there.
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={fileUrl('/favicon.svg')} type="image/svg+xml" />
        {import.meta.env.DEV && <StyleNonce />}
        <FirstScript />
        <HeadContent />
      </head>
      <body onClickCapture={heard}>
        <a href="#content" className={styles.skip}>
          Skip to the content
        </a>
        <RouteProgress />
        <SiteHeader />
        <main id="content" tabIndex={-1} className={styles.content}>
          <Outlet />
        </main>
        <SiteFooter />
        <MessageLine />
        <OfflineNotice />
        <Scripts />
      </body>
    </html>
  );
}

/** Before the first paint: so that a dark room stays dark, and no press is lost. */
function FirstScript() {
  const { options } = useRouter();
  return (
    <script
      nonce={options.ssr?.nonce}
      suppressHydrationWarning
      // It runs in the server's page only, and React leaves it as it stands there.
      dangerouslySetInnerHTML={{ __html: import.meta.env.SSR ? themeScript + pressScript : '' }}
    />
  );
}

/** Vite's dev server writes style elements, under the nonce that it finds here. */
function StyleNonce() {
  const nonce = useRouter().options.ssr?.nonce;
  return <meta property="csp-nonce" nonce={nonce} content={nonce} suppressHydrationWarning />;
}
