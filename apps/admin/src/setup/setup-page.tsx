import { Notice } from '@cinematheque/ui/notice';
import { ThemeToggle } from '@cinematheque/ui/theme-toggle';
import { fromRoot } from '../base-path.ts';
import session from '../session/session.module.css';
import { SetupForm } from './setup-form.tsx';

/** The secret stands behind a #, which no server and no log ever sees. */
const tokenInAddress = () => new URLSearchParams(window.location.hash.slice(1)).get('token');

/** Where the link leads that the first start prints: before anybody can sign in. */
export function SetupPage() {
  const token = tokenInAddress();
  return (
    <main className={session.page}>
      <title>Set up the catalog · Cinematheque console</title>
      <div className={session.card}>
        <div>
          <p className="eyebrow">Cinematheque</p>
          <h1 className={session.title}>Set up your catalog</h1>
        </div>
        {token ? (
          <>
            <p className={session.lead}>
              You are its first administrator. This page works once: afterwards, you sign in with what you
              choose here.
            </p>
            <SetupForm token={token} />
          </>
        ) : (
          <Notice tone="warning" title="This address is not whole">
            Open the link that the server has printed, with everything behind the # sign.
          </Notice>
        )}
        <div className={session.foot}>
          <a href={fromRoot('/')}>To the site</a>
          <ThemeToggle />
        </div>
      </div>
    </main>
  );
}
