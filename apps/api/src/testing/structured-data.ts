import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Validator from '@adobe/structured-data-validator';

/** What the validator asks of schema.org's vocabulary: the classes and properties, as its own JSON-LD file names them. */
interface Entity {
  '@id': string;
  '@type': string;
  'rdfs:subClassOf': { '@id': string }[];
  'schema:domainIncludes': { '@id': string }[];
}

const SCHEMA = 'http://schema.org/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const types = new Map([
  [`${RDFS}Class`, 'rdfs:Class'],
  [`${RDF}Property`, 'rdf:Property'],
]);

/** schema.org's vocabulary comes as statements, one a line: <subject> <predicate> <object> <graph> . */
async function readVocabulary(): Promise<{ '@graph': Entity[] }> {
  const file = createRequire(import.meta.url).resolve('@vocabulary/schema/schema.nq');
  const entities = new Map<string, Entity>();
  for (const [, id = '', predicate = '', object = ''] of (await readFile(file, 'utf8')).matchAll(
    /^<([^>]+)> <([^>]+)> <([^>]+)> /gm,
  )) {
    const entity = entities.get(id) ?? {
      '@id': id,
      '@type': '',
      'rdfs:subClassOf': [],
      'schema:domainIncludes': [],
    };
    entities.set(id, entity);
    if (predicate === `${RDF}type`) entity['@type'] = types.get(object) ?? entity['@type'];
    if (predicate === `${RDFS}subClassOf`) entity['rdfs:subClassOf'].push({ '@id': object });
    if (predicate === `${SCHEMA}domainIncludes`) entity['schema:domainIncludes'].push({ '@id': object });
  }
  return { '@graph': [...entities.values()] };
}

const validator = new Validator(await readVocabulary());

/** What a validator has against a page's JSON-LD, by schema.org's vocabulary and by what search engines ask. */
export async function complaintsAbout(data: { '@type': string }): Promise<string[]> {
  // It writes into what it is given.
  const issues = await validator.validate({ jsonld: { [data['@type']]: [structuredClone(data)] } });
  return issues.map(({ severity, issueMessage }) => `${severity}: ${issueMessage}`);
}
