import { Migration } from '@mikro-orm/migrations';

/**
 * Text folding lives in the database so that every write path shares it: the API, an import, psql.
 * It is built from pieces that do not depend on the cluster's locale: a sort key is the same everywhere.
 */
export class Migration0001Text extends Migration {
  override name = '0001-text';

  override up(): void {
    this.addSql('create extension if not exists pg_trgm');

    // "Łódź: Cœur & Straße" -> "lodz coeur strasse". NFKD parts accents from their letters; letters that
    // Unicode does not part (Ł, Ø, œ, ß ...) have a table here, and so have Greek and Cyrillic capitals,
    // because lower() of anything beyond ASCII would depend on the cluster.
    this.addSql(String.raw`
      create function fold(value text) returns text language sql immutable strict parallel safe return
      case when value ~ '^[A-Za-z0-9]+( [A-Za-z0-9]+)*$' then lower(value collate "C")
      else btrim(regexp_replace(
        translate(
          replace(replace(replace(replace(replace(replace(replace(replace(
            lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g') collate "C"),
            'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ẞ', 'ss'), 'þ', 'th'), 'Þ', 'th'),
          'łŁøØđĐðÐħĦıŋŊŧŦΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЎҐЂЈЉЊЋЏЅ''’‘´',
          'llooddddhhinnttαβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяєіўґђјљњћџѕ'),
        '[\s\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\u30fb]+', ' ', 'g') collate "C")
      end`);

    // "The Big Sleep" sorts under B, "A.I." under A: only an English article that stands alone is passed over.
    this.addSql(String.raw`
      create function sort_key(title text) returns text language sql immutable strict parallel safe return
      fold(regexp_replace(title collate "C", '^(the|an|a)[\s\u00a0\u2000-\u200a\u3000]+(?=\S)', '', 'i'))`);
  }
}
