// A stand-in for the server, run as a process of its own by the tests: it opens the database in the folder given
// and, when told "write", commits pairs of rows, printing each pair's number once it is acknowledged.
import pg from 'pg';
import { EmbeddedError } from '../error.ts';
import { startEmbedded } from '../server.ts';

const [dataDir = '', write] = process.argv.slice(2);

const server = await startEmbedded({ dataDir }).catch((error: unknown) => {
  if (!(error instanceof EmbeddedError)) throw error;
  console.log(error.message);
  process.exit(1);
});
const client = new pg.Client({ connectionString: server.url });
await client.connect();

process.on('SIGINT', async () => {
  const answer = await client.query('select 1').then(
    () => 'still answered',
    () => 'was gone',
  );
  await client.end();
  await server.stop();
  console.log(`interrupted: the database ${answer}`);
  process.exit(0);
});

console.log(`open ${server.pid}`);
if (write) {
  await client.query('create table if not exists pair (number int, half text, primary key (number, half))');
  const { rows } = await client.query('select coalesce(max(number), 0) as last from pair');
  for (let number = rows[0].last + 1; ; number += 1) {
    await client.query('begin');
    await client.query(`insert into pair values ($1, 'left')`, [number]);
    await client.query(`insert into pair values ($1, 'right')`, [number]);
    await client.query('commit');
    console.log(number);
  }
}
