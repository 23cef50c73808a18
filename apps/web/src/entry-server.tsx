import type { AppRouter } from '@cinematheque/client';
import type { Reference } from '@cinematheque/shared/reference';
import { createRequestHandler, RouterServer } from '@tanstack/react-router/ssr/server';
import { createTRPCClient, type LocalLinkOptions, type TRPCLink, unstable_localLink } from '@trpc/client';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { createSiteRouter } from './router.tsx';
import { renderErrorPage } from './server/error-page.tsx';
import { type BuiltFiles, pageAssets } from './server/page-assets.ts';
import { renderReferencePage } from './server/reference-page.tsx';
import { renderWhole } from './server/render-whole.ts';
import { statusError } from './server/status-error.ts';

export interface SiteOptions {
  basePath: string;
  /** What Vite's client build made, by source file; null: its dev server makes it as it is asked for. */
  files: BuiltFiles | null;
}

/** One page as it is asked for: in whose name, and what of the API. */
export interface PageRequest
  extends Pick<LocalLinkOptions<AppRouter>, 'router' | 'createContext' | 'onError'> {
  request: Request;
  /** Told of every procedure that the page calls. */
  onCall: (path: string) => void;
  siteUrl: string;
  /** The catalog's name. */
  siteName: string;
  nonce: string;
}

/** The site as apps/api serves it. It imports nothing of the API: the router comes with each request. */
export function createSite({ basePath, files }: SiteOptions) {
  const assets = pageAssets(basePath, files);
  return {
    /** Renders a page, or the redirect that stands in its place. Throws what made the page impossible. */
    render({ request, siteUrl, siteName, nonce, onCall, ...api }: PageRequest): Promise<Response> {
      const told: TRPCLink<AppRouter> =
        () =>
        ({ op, next }) => {
          onCall(op.path);
          return next(op);
        };
      const client = createTRPCClient<AppRouter>({ links: [told, unstable_localLink(api)] });
      const handle = createRequestHandler({
        request,
        createRouter: () => createSiteRouter({ client, siteUrl, siteName, basePath, nonce }),
        getRouterManifest: async () => assets.manifest(nonce),
      });
      return handle(async ({ router, responseHeaders }) => {
        const failure = statusError(router);
        if (failure) throw failure;
        const page = (
          <WithFonts fonts={assets.fonts}>
            <RouterServer router={router} />
          </WithFonts>
        );
        return renderWhole(router, page, responseHeaders);
      });
    },
    /** The page that says that something failed; needs nothing that could fail too. */
    renderError: (failure: { status: number; requestId: string; siteName: string }): string =>
      renderErrorPage({ ...failure, basePath, styles: assets.styles }),
    /** The API's reference at /docs. */
    renderReference: (page: { reference: Reference; siteUrl: string; siteName: string }): string =>
      renderReferencePage({ ...page, basePath, styles: assets.styles }),
  };
}

/** Text is drawn anew when its font comes: the sooner, the fewer see it. */
function WithFonts({ fonts, children }: { fonts: string[]; children: ReactNode }) {
  for (const font of fonts) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return children;
}
