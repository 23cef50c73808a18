import { ThemeToggle } from '@cinematheque/ui/theme-toggle';
import { fromRoot } from '../base-path.ts';
import styles from './session.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** What stands at every address of the console for whoever has not signed in. */
export function SignInPage() {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div>
          <p className="eyebrow">Cinematheque</p>
          <h1 className={styles.title}>Console</h1>
        </div>
        <p className={styles.lead}>
          This is where editors keep the catalog. To browse it or to keep favorites, use the site.
        </p>
        <SignInForm />
        <div className={styles.foot}>
          <a href={fromRoot('/')}>To the site</a>
          <ThemeToggle />
        </div>
      </div>
    </main>
  );
}
