import { Migration } from '@mikro-orm/migrations';

/** What accounts need besides themselves: proven addresses, one-time links, devices, and counted attempts. */
export class Migration0005AccountTokens extends Migration {
  override name = '0005-account-tokens';

  override up(): void {
    this.addSql('alter table users add column email_verified_at timestamptz(3)');

    // A number to name a session by: its id is the key to it, hashed or not.
    this.addSql(`alter table sessions add column number int generated always as identity unique,
      add column user_agent varchar(300),
      add column seen_at timestamptz(3) not null default now()`);

    // The link holds the id and a secret, of which only the SHA-256 lies here. A link proves the address that it was
    // sent to, so it is void once the account has another.
    this.addSql(`create table account_tokens (
      id varchar(16) primary key,
      secret_hash varchar(64) not null,
      user_id int not null references users on delete cascade,
      purpose varchar(10) not null check (purpose in ('reset', 'verify')),
      email varchar(254) not null,
      wrong_tries int not null default 0,
      created_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null
    )`);
    this.addSql('create index account_tokens_user on account_tokens (user_id)');
    this.addSql('create index account_tokens_expiry on account_tokens (expires_at)');

    // How often something was tried in a span of time, for every server alike. key is a SHA-256 of who and what.
    this.addSql(`create table attempts (
      key varchar(64) primary key,
      count int not null,
      ends_at timestamptz(3) not null
    )`);
    this.addSql('create index attempts_end on attempts (ends_at)');
  }
}
