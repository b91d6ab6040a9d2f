import { isObject } from '../core/json.ts';
import { readStackFiles, type StackFiles } from './cloud-assembly-files.ts';
import { resolve, type Scope } from './intrinsics.ts';
import { describeResource, type Environment, type Resource } from './resource.ts';
import { generatedName, type Identity, kindOf } from './resource-kinds.ts';
import { StartRefused } from './start-refused.ts';

/** A whole synthesized application with its intrinsics computed: what the local cloud is wired from. */
export type Assembly = {
  readonly resources: readonly Resource[];
  /** By output name and, for names that several stacks use, by `Stack.Name`. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Absolute path of an asset by its object key in the template, undefined when the assembly has none such. */
  readonly assetPath: (objectKey: string) => string | undefined;
};

const pseudoParameters = (stack: string, { region, account }: Environment): Record<string, unknown> => ({
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack,
  'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stack}/local`,
  'AWS::NoValue': undefined,
});

/** Resolves one stack; names and ARNs are computed on demand, so resources may refer to each other in any order. */
class StackResolver {
  readonly #files: StackFiles;
  readonly #environment: Environment;
  readonly #pseudo: Record<string, unknown>;
  readonly #scope: Scope;

  constructor(files: StackFiles, environment: Environment, exported: ReadonlyMap<string, unknown>) {
    this.#files = files;
    this.#environment = environment;
    this.#pseudo = pseudoParameters(files.name, environment);
    this.#scope = {
      ref: (name) => this.#ref(name),
      attribute: (logicalId, attribute) => this.#attribute(logicalId, attribute),
      condition: (name) => Boolean(resolve(files.template.Conditions[name], this.#scope)),
      mapping: (map, first, second) => files.template.Mappings[map]?.[first]?.[second],
      importValue: (name) => {
        if (!exported.has(name)) throw new StartRefused(`imports ${name}, which no stack before it exports`);
        return exported.get(name);
      },
    };
  }

  resources(): Resource[] {
    return Object.entries(this.#files.template.Resources)
      .filter(([, { Condition }]) => Condition === undefined || this.#scope.condition(Condition))
      .map(([logicalId, declared]) => this.#resource(logicalId, declared.Type, this.#path(logicalId)));
  }

  /** Values of the stack's outputs by name, and what it exports to later stacks by export name. */
  outputs(): { name: string; value: unknown; exportedAs: string | undefined }[] {
    return Object.entries(this.#files.template.Outputs)
      .filter(([, { Condition }]) => Condition === undefined || this.#scope.condition(Condition))
      .map(([name, output]) => ({
        name,
        value: resolve(output.Value, this.#scope),
        exportedAs: output.Export && String(resolve(output.Export.Name, this.#scope)),
      }));
  }

  #path(logicalId: string): string {
    return String(this.#files.template.Resources[logicalId]?.Metadata['aws:cdk:path'] ?? logicalId);
  }

  #resource(logicalId: string, type: string, path: string): Resource {
    const stack = this.#files.name;
    try {
      const identity = this.#identity(logicalId, type);
      const kind = kindOf(type);
      const properties = resolve(this.#files.template.Resources[logicalId]?.Properties, this.#scope);
      return {
        stack,
        logicalId,
        path,
        type,
        name: identity.name,
        ref: (kind.ref ?? (() => identity.name))(identity),
        arn: kind.arn?.(identity) ?? '',
        properties: isObject(properties) ? properties : {},
      };
    } catch (error) {
      if (!(error instanceof StartRefused)) throw error;
      throw new StartRefused(`${describeResource({ stack, logicalId, path })} ${error.message}.`);
    }
  }

  #identity(logicalId: string, type: string): Identity {
    const kind = kindOf(type);
    const property = (name: string) =>
      resolve(this.#files.template.Resources[logicalId]?.Properties[name], this.#scope);
    const given = kind.given ? property(kind.given) : undefined;
    const name =
      typeof given === 'string' ? given : generatedName(kind, this.#files.name, logicalId, this.#environment);
    return { name, environment: this.#environment, property };
  }

  #ref(name: string): unknown {
    if (Object.hasOwn(this.#pseudo, name)) return this.#pseudo[name];
    const declared = this.#files.template.Resources[name];
    if (declared) {
      const identity = this.#identity(name, declared.Type);
      return (kindOf(declared.Type).ref ?? (() => identity.name))(identity);
    }
    const parameter = this.#files.template.Parameters[name];
    const given = parameter && this.#environment.parameters?.[name];
    if (given !== undefined) return given;
    if (parameter?.Default !== undefined) return parameter.Default;
    throw new StartRefused(`refers to ${name}, which is neither a resource nor a parameter with a value`);
  }

  #attribute(logicalId: string, attribute: string): unknown {
    const declared = this.#files.template.Resources[logicalId];
    if (!declared) throw new StartRefused(`refers to ${logicalId}.${attribute}, which does not exist`);
    const kind = kindOf(declared.Type);
    const compute = attribute === 'Arn' ? kind.arn : kind.attributes?.[attribute];
    if (compute) return compute(this.#identity(logicalId, declared.Type));
    throw new StartRefused(
      `uses the attribute ${attribute} of ${declared.Type}, which the local cloud does not know`,
    );
  }
}

/** Reads a synthesized `cdk.out` directory. Throws `StartRefused` naming the stack, logical id and construct path. */
export function readAssembly(directory: string, environment: Environment): Assembly {
  const exported = new Map<string, unknown>();
  const resources: Resource[] = [];
  const outputs: Record<string, string> = {};
  const assets = new Map<string, string>();
  for (const files of readStackFiles(directory)) {
    const stack = new StackResolver(files, environment, exported);
    resources.push(...stack.resources());
    for (const { name, value, exportedAs } of stack.outputs()) {
      outputs[name] = String(value);
      outputs[`${files.name}.${name}`] = String(value);
      if (exportedAs !== undefined) exported.set(exportedAs, value);
    }
    for (const [key, file] of files.assets) assets.set(key, file);
  }
  return { resources, outputs, assetPath: (objectKey) => assets.get(objectKey) };
}
