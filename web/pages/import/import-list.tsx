import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';
import type { Listed } from '../../api/connections';
import type { ImportLineFragment } from '../../generated/graphql';
import { importTexts } from '../../messages/imports';
import { ListFoot } from '../../ui/list-foot';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';
import { countText } from './recognised';

/** The files that were brought for an agreement, latest first. */
export function ImportList(list: Omit<Listed<ImportLineFragment>, 'first'>): ReactNode {
  const { list: messages, states, forms } = importTexts();
  const search = useSearch();
  const addressOf = (id: string): string => {
    const address = new URLSearchParams(search);
    address.set('import', id);
    return `/console/import?${address.toString()}`;
  };
  const { nodes = [] } = list;
  return (
    <section className="section">
      <h2>{messages.title}</h2>
      {nodes.length === 0 ? (
        <p className="soft">{messages.empty}</p>
      ) : (
        <>
          <TableFrame label={messages.title}>
            <table className="table cards-when-narrow">
              <thead>
                <tr>
                  <th scope="col">{messages.file}</th>
                  <th scope="col">{messages.form}</th>
                  <th scope="col">{messages.state}</th>
                  <th scope="col">{messages.rows}</th>
                  <th scope="col">{messages.by}</th>
                  <th scope="col">{messages.at}</th>
                  <th scope="col">{messages.until}</th>
                </tr>
              </thead>
              <tbody>
                {nodes.map((it) => (
                  <tr key={it.id}>
                    <th scope="row" className="file-name">
                      <Link href={addressOf(it.id)}>{it.fileName}</Link>
                    </th>
                    <td className="text" data-label={messages.form}>
                      {forms[it.form]}
                    </td>
                    <td className="text" data-label={messages.state}>
                      <span className={`badge ${it.state}`}>{states[it.state]}</span>
                    </td>
                    <td data-label={messages.rows}>{countText(it.counts.rows)}</td>
                    <td className="text" data-label={messages.by}>
                      {it.uploadedBy}
                    </td>
                    <td className="text" data-label={messages.at}>
                      {momentText(it.uploadedAt)}
                    </td>
                    <td className="text" data-label={messages.until}>
                      {momentText(it.expiresAt).slice(0, 10)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <ListFoot {...list} />
        </>
      )}
    </section>
  );
}
