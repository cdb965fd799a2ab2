import { BI_VIEWS } from '../baseline/bi-views';
import { agreementJoins, type View } from '../baseline/bi-views/view';

/** An agreement that is not confirmed, and a station that is not in the directory yet, is in no view. */
function confirmedOnly(view: View): View {
  if (view.name === 'indicators') return view;
  if (view.name === 'stations') {
    return changed(view, 'from core.station_access)', 'from core.station_access where listed)');
  }
  const [alias, id] = view.name === 'agreements' ? ['a', 'id'] : ['c', 'agreement_id'];
  const joins = agreementJoins(alias);
  return changed(
    view,
    joins,
    `${joins}
  join core.agreement v on v.organisation_id = ${alias}.organisation_id and v.id = ${alias}.${id} and v.state = 'CONFIRMED'`,
  );
}

function changed(view: View, before: string, after: string): View {
  if (!view.from.includes(before)) throw new Error(`bi.${view.name} does not read ${before}`);
  return { ...view, from: view.from.replace(before, () => after) };
}

/** The BI views over what counts: nothing of proposals and void agreements. */
export const CONFIRMED_VIEWS: readonly View[] = BI_VIEWS.map(confirmedOnly);
