/** Many rows of one table with one statement that is prepared once: building SQL per row costs more than storing it. */
import { getTableColumns, type InferInsertModel } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { connection, type Sqlite, type Statement } from './client.ts';

let prepared: { db: Sqlite; statements: Map<string, Statement> } | undefined;

/**
 * Inserts rows that all name the same fields; fields that are not named get the default of the table.
 * @returns the ids (rowids) in the order of the rows
 */
export function insertRows<T extends SQLiteTable>(table: T, rows: readonly InferInsertModel<T>[]): number[] {
  const [first] = rows as readonly Record<string, unknown>[];
  if (!first) return [];
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>;
  const fields = Object.keys(first).filter((field) => first[field] !== undefined);
  const statement = prepare(`INSERT INTO ${getTableConfig(table).name} (${fields.map((field) => columns[field]!.name).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`);
  return (rows as readonly Record<string, unknown>[]).map((row) => Number(statement.run(...driverValues(columns, fields, row)).lastInsertRowid));
}

/** Updates rows by their `id`. All name the same fields; what they do not name stays. */
export function updateRows<T extends SQLiteTable>(table: T, rows: readonly (Partial<InferInsertModel<T>> & { id: number })[]): void {
  const [first] = rows;
  if (!first) return;
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>;
  const fields = Object.keys(first).filter((field) => field !== 'id');
  const statement = prepare(`UPDATE ${getTableConfig(table).name} SET ${fields.map((field) => `${columns[field]!.name} = ?`).join(', ')} WHERE id = ?`);
  for (const row of rows) statement.run(...driverValues(columns, fields, row), row.id);
}

const driverValues = (columns: Record<string, SQLiteColumn>, fields: readonly string[], row: Record<string, unknown>): unknown[] => fields.map((field) => (row[field] == null ? null : columns[field]!.mapToDriverValue(row[field])));

function prepare(sql: string): Statement {
  const db = connection();
  if (prepared?.db !== db) prepared = { db, statements: new Map() };
  const statement = prepared.statements.get(sql) ?? db.prepare<unknown[]>(sql);
  prepared.statements.set(sql, statement);
  return statement;
}
