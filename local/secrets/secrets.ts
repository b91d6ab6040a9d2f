import { randomUUID } from 'node:crypto';
import { AwsError, type AwsService } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';

type Stored = { readonly arn: string; readonly version: string; readonly text: string; readonly at: number };
type Input = Readonly<Record<string, unknown>>;

/** Secrets Manager as far as the platform needs it: the template declares secrets, whole texts are put and read. */
export class Secrets implements AwsService {
  readonly #db: Database;
  readonly #clock: Clock;
  /** ARNs by name. */
  readonly #declared = new Map<string, string>();

  constructor({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
    this.#db = db;
    this.#clock = clock;
    db.execute(
      'CREATE TABLE IF NOT EXISTS secret(arn TEXT PRIMARY KEY, version TEXT, text TEXT, at INTEGER) WITHOUT ROWID',
    );
  }

  /** Its text stays what an earlier start left. */
  ensureSecret({ name, arn }: { readonly name: string; readonly arn: string }): void {
    this.#declared.set(name, arn);
  }

  put(arn: string, text: string): Stored {
    const version = randomUUID();
    const at = this.#clock.now();
    this.#db.run('INSERT OR REPLACE INTO secret VALUES(?,?,?,?)', arn, version, text, at);
    return { arn, version, text, at };
  }

  call(operation: string, input: Input): unknown {
    const arn = this.#arnOf(String(input.SecretId ?? ''));
    const Name = [...this.#declared].find(([, declared]) => declared === arn)?.[0];
    if (operation === 'PutSecretValue') {
      if (typeof input.SecretString !== 'string')
        throw new AwsError('InvalidParameterException', 'Only SecretString is played locally.');
      return { ARN: arn, Name, VersionId: this.put(arn, input.SecretString).version };
    }
    if (operation !== 'GetSecretValue')
      throw new AwsError('UnknownOperationException', `secretsmanager.${operation} is not played locally.`);
    const stored = this.#db.get<Stored>('SELECT * FROM secret WHERE arn = ?', arn);
    if (!stored) throw notFound();
    return {
      ...{ ARN: arn, Name, VersionId: stored.version, SecretString: stored.text },
      VersionStages: ['AWSCURRENT'],
      CreatedDate: stored.at / 1000,
    };
  }

  #arnOf(nameOrArn: string): string {
    const arn = this.#declared.get(nameOrArn) ?? nameOrArn;
    if (![...this.#declared.values()].includes(arn)) throw notFound();
    return arn;
  }
}

const notFound = () =>
  new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
