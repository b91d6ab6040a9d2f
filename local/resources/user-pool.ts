import * as z from 'zod';
import { description, inert, tags, text } from './property.ts';

/** AWS::Cognito::UserPool as the local Cognito plays it. */
export const UserPool = z.strictObject({
  UserPoolName: inert('read by people only'),
  AliasAttributes: z.array(text).optional(),
  UsernameAttributes: z.array(text).optional(),
  UsernameConfiguration: z.strictObject({ CaseSensitive: z.boolean() }).optional(),
  AutoVerifiedAttributes: z.array(text).optional(),
  Policies: z
    .strictObject({
      PasswordPolicy: z
        .strictObject({
          MinimumLength: z.number().int().optional(),
          RequireLowercase: z.boolean().optional(),
          RequireUppercase: z.boolean().optional(),
          RequireNumbers: z.boolean().optional(),
          RequireSymbols: z.boolean().optional(),
          TemporaryPasswordValidityDays: z.number().int().optional(),
          PasswordHistorySize: z.number().int().optional(),
        })
        .optional(),
      SignInPolicy: inert('password sign-in only, which is the default'),
    })
    .optional(),
  Schema: z.array(z.record(z.string(), z.unknown())).optional(),
  AdminCreateUserConfig: z
    .strictObject({
      AllowAdminCreateUserOnly: z.boolean().optional(),
      InviteMessageTemplate: inert('no message is sent locally'),
    })
    .optional(),
  MfaConfiguration: z.literal('OFF').optional(),
  UserPoolTier: inert('a price list'),
  AccountRecoverySetting: inert('no message is sent locally; staff hand out new passwords'),
  EmailConfiguration: inert('no message is sent locally'),
  EmailVerificationMessage: inert('no message is sent locally'),
  EmailVerificationSubject: inert('no message is sent locally'),
  SmsVerificationMessage: inert('no message is sent locally'),
  VerificationMessageTemplate: inert('no message is sent locally'),
  UserAttributeUpdateSettings: inert('no message is sent locally'),
  UserPoolAddOns: inert('risk scores are a service of the cloud'),
  DeviceConfiguration: inert('devices are not remembered'),
  DeletionProtection: inert('nothing deletes a pool locally but `npm run reset`'),
  UserPoolTags: tags,
});

/** AWS::Cognito::UserPoolClient. */
export const UserPoolClient = z.strictObject({
  UserPoolId: text,
  ClientName: description,
  ExplicitAuthFlows: z.array(text).optional(),
  GenerateSecret: z.literal(false).optional(),
  AccessTokenValidity: z.number().optional(),
  IdTokenValidity: z.number().optional(),
  RefreshTokenValidity: z.number().optional(),
  TokenValidityUnits: z
    .strictObject({
      AccessToken: text.optional(),
      IdToken: text.optional(),
      RefreshToken: text.optional(),
    })
    .optional(),
  AuthSessionValidity: z.number().optional(),
  EnableTokenRevocation: z.boolean().optional(),
  PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).optional(),
  RefreshTokenRotation: z.record(z.string(), z.unknown()).optional(),
  ReadAttributes: z.array(text).optional(),
  WriteAttributes: z.array(text).optional(),
  SupportedIdentityProviders: z.array(z.literal('COGNITO')).optional(),
  AllowedOAuthFlowsUserPoolClient: z.literal(false).optional(),
});

/** AWS::Cognito::UserPoolGroup. */
export const UserPoolGroup = z.strictObject({
  UserPoolId: text,
  GroupName: text,
  Description: text.optional(),
  Precedence: z.number().optional(),
});
