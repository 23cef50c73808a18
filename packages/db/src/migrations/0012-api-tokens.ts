import { Migration } from '@mikro-orm/migrations';

/** Tokens by which programs act: shown once, of which only the SHA-256 lies here. */
export class Migration0012ApiTokens extends Migration {
  override name = '0012-api-tokens';

  override up(): void {
    this.addSql(`create table api_tokens (
      id int generated always as identity primary key,
      name varchar(100) not null check (name <> ''),
      secret_hash varchar(64) not null unique,
      scope varchar(10) not null check (scope in ('read', 'edit')),
      user_id int not null references users on delete cascade,
      created_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null,
      last_used_at timestamptz(3)
    )`);
    this.addSql('create index api_tokens_user on api_tokens (user_id)');
  }
}
