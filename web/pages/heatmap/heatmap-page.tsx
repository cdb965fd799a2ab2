import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import {
  DistrictHeatMapDocument,
  HeatMapChoicesDocument,
  type HeatLineFragment,
  OperatorHeatMapDocument,
  PurchaserHeatMapDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { AsOf, useAsOf } from '../../overviews/as-of';
import { Limit } from '../../overviews/limit';
import { linePage, type LinePage, linesOf, type Reads, useLines } from '../../overviews/use-overview';
import { useAddress } from '../../place/at-place';
import { useOrganisations } from '../../place/use-organisations';
import { useMay, useViewer } from '../../session/viewer';
import { Empty, Pending } from '../../ui/answered';
import { PrintButton } from '../../ui/print-button';
import { useIsNarrow } from '../../ui/use-is-narrow';
import { heatMapOf } from './heat';
import { HeatList } from './heat-list';
import { HeatTable, Legend } from './heat-table';
import './heatmap.css';

interface Limits {
  readonly on: string | null;
  readonly district: string | null;
  readonly operator: string | null;
}

const READS: Reads<Limits, LinePage<HeatLineFragment>> = {
  'overview.operator': async ({ on, after }) =>
    linePage((await ask(OperatorHeatMapDocument, { on, after })).operatorOverview),
  'overview.purchaser': async ({ on, after }) =>
    linePage((await ask(PurchaserHeatMapDocument, { on, after })).purchaserOverview),
  'overview.district': async (variables) =>
    linePage((await ask(DistrictHeatMapDocument, variables)).districtOverview.stations),
};

/** Stations by indicators: where the work is on time, and where it is behind. */
export function Page(): ReactNode {
  const { heatmap: messages, overview, common } = texts();
  const [address] = useAddress();
  const on = useAsOf();
  const [district, operator] = [address.get('district'), address.get('operator')];
  const query = useLines('heatmap', READS, { on: address.get('on'), district, operator });
  const choices = useOperation(HeatMapChoicesDocument, {});
  const Shown = useIsNarrow() ? HeatList : HeatTable;
  const lines = linesOf(query.data);
  const [first] = query.data?.pages ?? [];
  return (
    <PageFrame
      title={messages.title}
      paper="a3"
      tools={
        <>
          <BureauLimits districts={choices.data?.districts ?? []} />
          <AsOf />
          <PrintButton />
        </>
      }
    >
      {!first && <Pending query={query} />}
      {first && !choices.data && <Pending query={choices} />}
      {first && lines.length === 0 && (
        <Empty>{district === null && operator === null ? overview.empty : messages.none}</Empty>
      )}
      {first && choices.data && lines.length > 0 && (
        <>
          <Legend on={on} />
          <Shown map={heatMapOf(lines, choices.data.indicators, on)} on={on} />
          {query.hasNextPage && (
            <p className="more screen-only">
              {common.count(lines.length, first.total)}{' '}
              <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
                {common.more}
              </button>
            </p>
          )}
        </>
      )}
    </PageFrame>
  );
}

/** A bureau limits its map to an operator, that of the city also to a district. */
function BureauLimits({
  districts,
}: {
  readonly districts: readonly { readonly code: string; readonly name: string }[];
}): ReactNode {
  const { overview: messages, heatmap } = texts();
  const isBureau = useMay('overview.district');
  const { organisation } = useViewer();
  const operators = useOrganisations('OPERATOR', isBureau);
  if (!isBureau) return null;
  return (
    <>
      {organisation.district === null && (
        <Limit
          name="district"
          label={messages.district}
          options={districts.map(({ code, name }) => [code, name])}
        />
      )}
      <Limit
        name="operator"
        label={heatmap.operator}
        options={(operators.data ?? []).map(({ id, name }) => [id, name])}
      />
    </>
  );
}
