type Properties = Readonly<Record<string, unknown>>;
export type StackTemplate = {
  readonly Resources: Readonly<
    Record<
      string,
      { readonly Type: string; readonly Properties?: Properties; readonly DeletionPolicy?: string }
    >
  >;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>
  >;
};

/** A resource of one of the stacks, told apart over all stacks by `address`. */
export type Resource = {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly properties: Properties;
  readonly deletionPolicy: string | undefined;
};

export type Statement = {
  readonly owner: Resource;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
  readonly conditions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

export const list = (value: unknown): unknown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** All templates of one deployment, with references followed across stacks. */
export class Platform {
  readonly resources: readonly Resource[];
  readonly #exports: ReadonlyMap<string, { readonly stack: string; readonly value: unknown }>;

  constructor(templates: Readonly<Record<string, StackTemplate>>) {
    this.resources = Object.entries(templates).flatMap(([stack, { Resources }]) =>
      Object.entries(Resources).map(([id, { Type, Properties = {}, DeletionPolicy }]) => ({
        stack,
        address: `${stack}/${id}`,
        type: Type,
        properties: Properties,
        deletionPolicy: DeletionPolicy,
      })),
    );
    this.#exports = new Map(
      Object.entries(templates).flatMap(([stack, { Outputs = {} }]) =>
        Object.values(Outputs).flatMap(({ Value, Export }) =>
          Export ? [[Export.Name, { stack, value: Value }] as const] : [],
        ),
      ),
    );
  }

  all(type: string): Resource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  at(address: string | undefined): Resource | undefined {
    return this.resources.find((resource) => resource.address === address);
  }

  /** Address of the resource that a Ref, GetAtt, import, or a text joined around one of them is about. */
  target(stack: string, value: unknown): string | undefined {
    if (Array.isArray(value)) return value.map((part) => this.target(stack, part)).find(Boolean);
    if (typeof value !== 'object' || value === null) return undefined;
    const { Ref, 'Fn::GetAtt': attribute, 'Fn::ImportValue': name } = value as Properties;
    if (typeof Ref === 'string') return this.at(`${stack}/${Ref}`)?.address;
    if (Array.isArray(attribute)) return `${stack}/${String(attribute[0])}`;
    const imported = typeof name === 'string' ? this.#exports.get(name) : undefined;
    if (imported) return this.target(imported.stack, imported.value);
    return this.target(stack, (value as Properties)['Fn::Join']);
  }

  /** The resource that a property of another one is about. */
  follow({ stack }: Resource, value: unknown): Resource | undefined {
    return this.at(this.target(stack, value));
  }

  /** Statements of every policy that says what a role may do. */
  statements(): Statement[] {
    return this.all('AWS::IAM::Policy').flatMap((owner) => {
      const { Statement } = owner.properties.PolicyDocument as { Statement: Properties[] };
      return Statement.map(({ Action, Resource, Condition }) => ({
        owner,
        actions: list(Action) as string[],
        resources: list(Resource),
        conditions: (Condition ?? {}) as Statement['conditions'],
      }));
    });
  }

  /** Statements of the role that a function runs under. */
  statementsOf(lambda: Resource): Statement[] {
    const role = this.target(lambda.stack, lambda.properties.Role);
    return this.statements().filter(({ owner }) =>
      list(owner.properties.Roles).some((each) => this.target(owner.stack, each) === role),
    );
  }

  functions(): Resource[] {
    return this.all('AWS::Lambda::Function');
  }

  environmentOf(lambda: Resource): Properties {
    return (lambda.properties.Environment as { Variables?: Properties } | undefined)?.Variables ?? {};
  }

  serviceOf(lambda: Resource | undefined): string {
    return lambda ? String(this.environmentOf(lambda).POWERTOOLS_SERVICE_NAME) : '';
  }
}
