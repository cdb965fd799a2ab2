import { newId } from '../../src/platform/ids';
import { type Agreement, newStation } from '../api/support/agreements';
import { organisationId } from '../api/support/people';
import { codesAndPaths, type UserError } from '../api/support/questions';
import { download, newKey, parseCsv } from '../export/support';
import { type Client, startApi, type TestApi } from '../kit/api';

/** The name of an organisation changes from a day on, by the platform; reports of earlier days keep the old one. */
let api: TestApi;
let city: Client;
let operator: Client;
let platform: Client;
beforeAll(async () => {
  api = await startApi();
  city = await api.as('admin@guangzhou-bureau.example');
  operator = await api.as('admin@fengyuan.example');
  platform = await api.as('admin@platform.example');
});
afterAll(async () => {
  await api.close();
});

interface Renamed {
  organisation: { id: string; name: string; shortName: string | null } | null;
  userErrors: UserError[];
}
const ERRORS = 'userErrors { code path message }';
const ORGANISATION = `mutation($input: RenameOrganisationInput!) {
  renamed: renameOrganisation(input: $input) { organisation { id name shortName } ${ERRORS} } }`;
const renameOrganisation = async (id: string, changes: object): Promise<Renamed> => {
  const input = { organisationId: id, from: '2024-07-01', reason: '工商变更', ...changes };
  return (await platform.get<{ renamed: Renamed }>(ORGANISATION, { input })).renamed;
};
const FORMER =
  'query($id: ID!) { node(id: $id) { ... on Organisation { name formerNames { name until } } } }';
const formerOf = async (client: Client, id: string): Promise<unknown> =>
  (await client.get<{ node: unknown }>(FORMER, { id })).node;
const namesOn = async (client: Client, id: string, on: string | null): Promise<unknown> =>
  (
    await client.get<{ agreement: { names: unknown } }>(
      'query($id: ID!, $on: Date) { agreement(id: $id) { names(on: $on) { station operator purchaser } } }',
      { id, on },
    )
  ).agreement.names;

describe('an organisation that the platform renames', () => {
  it('has the new name from that day on, wherever it is named, and the old one before', async () => {
    const agreement: Agreement = await newStation(api);
    const id = await organisationId(api, '逢源人家');
    const renamed = await renameOrganisation(id, { name: '新逢源人家', shortName: '新逢源' });
    expect(renamed.organisation).toEqual({ id, name: '新逢源人家', shortName: '新逢源' });
    expect(await formerOf(city, id)).toEqual({
      name: '新逢源人家',
      formerNames: [{ name: agreement.operator.name, until: '2024-06-30' }],
    });
    expect(await namesOn(operator, agreement.id, '2024-06-30')).toMatchObject({
      operator: agreement.operator.name,
    });
    expect(await namesOn(operator, agreement.id, '2024-07-01')).toMatchObject({ operator: '新逢源人家' });
    const { token } = await newKey(api, 'admin@fengyuan.example');
    for (const [to, name] of [
      ['2024-06-30', agreement.operator.name],
      ['2024-12-31', '新逢源人家'],
    ]) {
      const { text } = await download(api, `completion.csv?to=${to!}`, { token });
      const named = new Set(parseCsv(text).map(({ operator_name }) => operator_name));
      expect([...named]).toEqual([name]);
    }
    const back = await renameOrganisation(id, {
      name: agreement.operator.name,
      from: '2024-08-01',
      shortName: '逢源人家',
    });
    expect(back.userErrors).toEqual([]);
  });

  it('leaves its old name to no other of its kind', async () => {
    const add = async (kind: string, name: string): Promise<Renamed> =>
      (
        await platform.get<{ added: Renamed }>(
          `mutation($input: AddOrganisationInput!) { added: addOrganisation(input: $input) {
             organisation { id name } ${ERRORS} } }`,
          {
            input: {
              kind,
              name,
              administratorName: '首位',
              administratorEmail: `${newId()}@renaming.example`,
            },
          },
        )
      ).added;
    const { organisation } = await add('OPERATOR', '旧社工中心');
    await renameOrganisation(organisation!.id, { name: '新社工中心' });
    expect(codesAndPaths((await add('OPERATOR', '旧社工 中心')).userErrors)).toEqual([
      'ORGANISATION_NAME_TAKEN name',
    ]);
    expect((await add('ASSESSOR', '旧社工中心')).userErrors).toEqual([]);
    const other = (await add('OPERATOR', '另一社工中心')).organisation!;
    expect(codesAndPaths((await renameOrganisation(other.id, { name: '旧社工中心' })).userErrors)).toEqual([
      'ORGANISATION_NAME_TAKEN name',
    ]);
  });

  it('is not the platform, and renamed by no one else', async () => {
    const [own] = await api.world.ownerQuery<{ id: string }>(
      `select id from core.organisation where kind = 'PLATFORM'`,
    );
    expect(codesAndPaths((await renameOrganisation(own!.id, { name: '另一平台' })).userErrors)).toEqual([
      'PLATFORM_KEEPS_ITS_NAME organisationId',
    ]);
    const input = { organisationId: own!.id, name: '新名', from: '2024-07-01', reason: '变更' };
    for (const client of [operator, city, await api.as('admin@liwan-bureau.example')]) {
      const { errors } = await client.ask(ORGANISATION, { input });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    }
    const { errors } = await platform.ask(ORGANISATION, { input: { ...input, organisationId: newId() } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });
});
