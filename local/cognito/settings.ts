import * as z from 'zod';

const poolProperties = z.object({
  UserPoolName: z.string().optional(),
  AliasAttributes: z.array(z.enum(['preferred_username', 'phone_number', 'email'])).default([]),
  UsernameAttributes: z.array(z.enum(['phone_number', 'email'])).default([]),
  AutoVerifiedAttributes: z.array(z.enum(['phone_number', 'email'])).default([]),
  UsernameConfiguration: z.object({ CaseSensitive: z.boolean().default(true) }).optional(),
  AdminCreateUserConfig: z.object({ AllowAdminCreateUserOnly: z.boolean().default(false) }).optional(),
  Policies: z
    .object({
      PasswordPolicy: z
        .object({
          MinimumLength: z.number().int().min(6).max(99).default(8),
          RequireLowercase: z.boolean().default(false),
          RequireUppercase: z.boolean().default(false),
          RequireNumbers: z.boolean().default(false),
          RequireSymbols: z.boolean().default(false),
          TemporaryPasswordValidityDays: z.number().int().min(0).max(365).default(7),
        })
        .optional(),
    })
    .optional(),
  MfaConfiguration: z.literal('OFF', 'MFA is not played by the local cloud').optional(),
  LambdaConfig: z.undefined('user pool triggers are not played by the local cloud').optional(),
});

const unit = z.enum(['seconds', 'minutes', 'hours', 'days']).optional();

const clientProperties = z.object({
  UserPoolId: z.string(),
  ClientName: z.string().optional(),
  ExplicitAuthFlows: z.array(z.string()).default([]),
  AccessTokenValidity: z.number().int().positive().optional(),
  IdTokenValidity: z.number().int().positive().optional(),
  RefreshTokenValidity: z.number().int().positive().optional(),
  TokenValidityUnits: z.object({ AccessToken: unit, IdToken: unit, RefreshToken: unit }).default({}),
  AuthSessionValidity: z.number().int().min(3).max(15).default(3),
  PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).default('LEGACY'),
  EnableTokenRevocation: z.boolean().default(true),
  RefreshTokenRotation: z
    .object({
      Feature: z.enum(['ENABLED', 'DISABLED']),
      RetryGracePeriodSeconds: z.number().int().min(0).max(60).default(0),
    })
    .optional(),
  ReadAttributes: z.array(z.string()).optional(),
  GenerateSecret: z.literal(false, 'client secrets are not played by the local cloud').optional(),
});

export type PasswordPolicy = {
  readonly MinimumLength: number;
  readonly RequireLowercase: boolean;
  readonly RequireUppercase: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireSymbols: boolean;
  readonly TemporaryPasswordValidityDays: number;
};

export type Pool = {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  /** Attributes that sign a user in. With `generatedUsername` they are the only names a user has. */
  readonly signInAttributes: readonly string[];
  readonly generatedUsername: boolean;
  readonly verifiedByCode: readonly string[];
  readonly caseSensitive: boolean;
  readonly selfSignUp: boolean;
  readonly policy: PasswordPolicy;
};

/** Every duration is in seconds. */
export type Client = {
  readonly id: string;
  readonly pool: Pool;
  readonly flows: ReadonlySet<string>;
  readonly accessToken: number;
  readonly idToken: number;
  readonly refreshToken: number;
  readonly challenge: number;
  readonly hidesUnknownUsers: boolean;
  readonly revocable: boolean;
  readonly rotation: { readonly grace: number } | undefined;
  readonly readable: ReadonlySet<string> | undefined;
};

/** What Cognito applies to a pool that names no policy of its own. */
const DEFAULT_POLICY: PasswordPolicy = {
  MinimumLength: 8,
  RequireLowercase: true,
  RequireUppercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

const read = <Schema extends z.ZodType>(what: string, schema: Schema, properties: unknown) => {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new Error(`${what}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
};

/** Reads resolved AWS::Cognito::UserPool properties. Throws a sentence that names what cannot be played. */
export function readPool(id: string, region: string, properties: unknown): Pool {
  const p = read(`user pool ${id}`, poolProperties, properties);
  const generatedUsername = p.UsernameAttributes.length > 0;
  return {
    id,
    name: p.UserPoolName ?? id,
    issuer: `https://cognito-idp.${region}.amazonaws.com/${id}`,
    signInAttributes: generatedUsername ? p.UsernameAttributes : p.AliasAttributes,
    generatedUsername,
    verifiedByCode: p.AutoVerifiedAttributes,
    caseSensitive: p.UsernameConfiguration?.CaseSensitive ?? true,
    selfSignUp: !p.AdminCreateUserConfig?.AllowAdminCreateUserOnly,
    policy: p.Policies?.PasswordPolicy ?? DEFAULT_POLICY,
  };
}

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Reads resolved AWS::Cognito::UserPoolClient properties; `pools` finds the pool that it belongs to. */
export function readClient(id: string, pools: ReadonlyMap<string, Pool>, properties: unknown): Client {
  const p = read(`user pool client ${id}`, clientProperties, properties);
  const pool = pools.get(p.UserPoolId);
  if (!pool) throw new Error(`user pool client ${id}: there is no user pool ${p.UserPoolId}`);
  const units = p.TokenValidityUnits;
  return {
    id,
    pool,
    flows: new Set(p.ExplicitAuthFlows),
    accessToken: (p.AccessTokenValidity ?? 1) * SECONDS[units.AccessToken ?? 'hours'],
    idToken: (p.IdTokenValidity ?? 1) * SECONDS[units.IdToken ?? 'hours'],
    refreshToken: (p.RefreshTokenValidity ?? 30) * SECONDS[units.RefreshToken ?? 'days'],
    challenge: p.AuthSessionValidity * 60,
    hidesUnknownUsers: p.PreventUserExistenceErrors === 'ENABLED',
    revocable: p.EnableTokenRevocation,
    rotation:
      p.RefreshTokenRotation?.Feature === 'ENABLED'
        ? { grace: p.RefreshTokenRotation.RetryGracePeriodSeconds }
        : undefined,
    readable: p.ReadAttributes && new Set(p.ReadAttributes),
  };
}
