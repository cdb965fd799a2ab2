import type { ReactNode } from 'react';
import type { Step } from './days';
import { Bar, Bars, Cells, Sketch } from './sketch';

const progress = (): ReactNode => (
  <Sketch>
    <Bar x={16} y={14} width={208} height={14} look="head" />
    <Bars widths={[96, 74, 40, 110, 82]} />
    <path d="M184 32v92" className="today" />
  </Sketch>
);

/** The picture of each step. */
export const SKETCHES: Readonly<Record<Step, () => ReactNode>> = {
  choose: () => (
    <Sketch>
      <Bar x={40} y={16} width={160} height={20} look="chosen" />
      <text x="50" y="31">
        /
      </text>
      <Bar x={40} y={46} width={160} height={18} look="head" />
      <Bar x={50} y={52} width={100} />
      <Bar x={50} y={76} width={84} />
      <Bar x={50} y={100} width={110} />
    </Sketch>
  ),
  entry: () => (
    <Sketch>
      <Cells rows={5} columns={4} chosen={[1, 2]} />
      <text x="166" y="63">
        12
      </text>
    </Sketch>
  ),
  saved: () => (
    <Sketch>
      <Cells rows={3} columns={4} />
      <Bar x={16} y={96} width={208} height={22} look="good" />
      <path d="M26 107l5 5 10-11" className="tick" />
      <Bar x={50} y={104} width={80} look="head" />
    </Sketch>
  ),
  correct: () => (
    <Sketch>
      <Bar x={16} y={16} width={96} />
      <Bar x={16} y={34} width={84} />
      <Bar x={16} y={52} width={92} />
      <Bar x={126} y={1} width={113} height={128} look="head" />
      <Bar x={138} y={18} width={60} />
      <Bar x={138} y={34} width={86} height={18} look="chosen" />
      <text x="146" y="48">
        12 → 10
      </text>
      <Bar x={138} y={60} width={86} height={18} look="cell" />
      <Bar x={176} y={96} width={48} height={20} look="button" />
    </Sketch>
  ),
  completion: progress,
  progress,
  score: () => (
    <Sketch>
      {[0, 1, 2, 3].map((row) => (
        <g key={row}>
          <Bar x={18} y={22 + row * 24} width={84 + ((row * 17) % 30)} />
          <Bar x={160} y={16 + row * 24} width={56} height={18} look={row === 1 ? 'chosen' : 'cell'} />
        </g>
      ))}
      <text x="178" y="54">
        18
      </text>
      <Bar x={160} y={110} width={56} height={14} look="button" />
    </Sketch>
  ),
  findings: () => (
    <Sketch>
      <Bar x={16} y={14} width={150} height={40} look="head" />
      <Bar x={16} y={14} width={4} height={40} look="late" />
      <Bar x={28} y={24} width={120} />
      <Bar x={28} y={38} width={84} />
      <Bar x={74} y={66} width={150} height={34} look="cell" />
      <Bar x={86} y={76} width={96} />
      <Bar x={86} y={88} width={70} />
      <circle cx="206" cy="104" r="16" className="good" />
      <path d="M198 104l6 6 11-12" className="tick" />
    </Sketch>
  ),
  handIn: () => (
    <Sketch>
      <Bar x={16} y={12} width={120} height={14} look="head" />
      <Bar x={16} y={34} width={4} height={34} look="late" />
      <Bar x={28} y={38} width={110} />
      <Bar x={28} y={54} width={84} />
      <Bar x={16} y={82} width={208} height={36} look="head" />
      <Bar x={168} y={12} width={56} height={20} look="button" />
    </Sketch>
  ),
  accept: () => (
    <Sketch>
      {[0, 1, 2].map((row) => (
        <g key={row}>
          <Bar x={18} y={42 + row * 28} width={14} height={14} look={row === 2 ? 'cell' : 'good'} />
          {row < 2 && <path d={`M21 ${49 + row * 28}l3 3 6-7`} className="tick" />}
          <Bar x={46} y={45 + row * 28} width={70 + row * 12} />
          <Bar x={160} y={42 + row * 28} width={56} height={14} look={row === 1 ? 'late' : 'head'} />
        </g>
      ))}
      <Bar x={150} y={10} width={74} height={20} look="button" />
    </Sketch>
  ),
  board: () => (
    <Sketch>
      {[0, 1, 2, 3].map((row) => (
        <g key={row}>
          <Bar x={16} y={22 + row * 27} width={52} />
          {[0, 1, 2, 3].map((month) => (
            <Bar
              key={month}
              x={80 + month * 37}
              y={18 + row * 27}
              width={31}
              height={14}
              look={row + month === 5 ? 'late' : month === 3 ? 'cell' : 'good'}
            />
          ))}
        </g>
      ))}
    </Sketch>
  ),
  publish: () => (
    <Sketch>
      <path d="M40 16h84l16 16v86H40z" className="sheet" />
      <Bar x={54} y={36} width={60} />
      <Bar x={54} y={52} width={70} />
      <Bar x={54} y={68} width={48} />
      <path d="M116 28h84l16 16v74h-100z" className="sheet" />
      <Bar x={130} y={50} width={60} />
      <Bar x={130} y={66} width={70} look="late" />
      <Bar x={130} y={82} width={48} />
    </Sketch>
  ),
  import: () => (
    <Sketch>
      <path d="M28 14h52l14 14v60H28z" className="sheet" />
      <Bar x={38} y={34} width={44} />
      <Bar x={38} y={48} width={44} look="late" />
      <Bar x={38} y={62} width={30} />
      <path d="M104 52h22m-8-7 9 7-9 7" className="today" fill="none" />
      <Bar x={140} y={18} width={84} height={14} look="head" />
      {[0, 1, 2].map((row) => (
        <Bar key={row} x={140} y={38 + row * 18} width={84} height={14} look={row === 1 ? 'late' : 'cell'} />
      ))}
      <Bar x={162} y={100} width={62} height={20} look="button" />
    </Sketch>
  ),
  print: () => (
    <Sketch>
      <path d="M70 56V14h100v42" className="sheet" />
      <Bar x={84} y={26} width={72} />
      <Bar x={84} y={40} width={54} />
      <Bar x={48} y={56} width={144} height={44} look="head" />
      <path d="M70 84h100v34H70z" className="sheet" />
      <Bar x={84} y={94} width={72} />
      <Bar x={84} y={106} width={40} />
    </Sketch>
  ),
  overview: () => (
    <Sketch>
      {[0, 1, 2, 3].map((card) => (
        <Bar
          key={card}
          x={16 + card * 53}
          y={12}
          width={48}
          height={22}
          look={card === 1 ? 'late' : 'head'}
        />
      ))}
      <Bars widths={[104, 88, 34, 70, 96]} />
    </Sketch>
  ),
  agreements: () => (
    <Sketch>
      <path d="M52 12h100l20 20v86H52z" className="sheet" />
      <Bar x={68} y={30} width={70} />
      <Bar x={68} y={46} width={84} />
      <Bar x={68} y={62} width={60} />
      <Bar x={68} y={88} width={52} height={20} look="button" />
      <circle cx="172" cy="98" r="20" className="good" />
      <path d="M162 98l7 7 13-14" className="tick" />
    </Sketch>
  ),
  members: () => (
    <Sketch>
      {[0, 1, 2].map((row) => (
        <g key={row}>
          <circle cx="30" cy={28 + row * 28} r="9" className={row === 2 ? 'late' : 'good'} />
          <Bar x={48} y={25 + row * 28} width={60 + row * 8} />
        </g>
      ))}
      <Bar x={136} y={30} width={88} height={56} look="head" />
      <Bar x={146} y={42} width={68} />
      <Bar x={146} y={60} width={46} height={18} look="button" />
    </Sketch>
  ),
  audit: () => (
    <Sketch>
      {[0, 1, 2].map((choice) => (
        <Bar key={choice} x={16 + choice * 60} y={12} width={52} height={16} look="cell" />
      ))}
      {[0, 1, 2, 3, 4].map((row) => (
        <g key={row}>
          <Bar x={18} y={42 + row * 17} width={44} />
          <Bar x={76} y={42 + row * 17} width={52 + ((row * 19) % 30)} look={row === 2 ? 'late' : 'text'} />
          <Bar x={176} y={42 + row * 17} width={40} look="head" />
        </g>
      ))}
    </Sketch>
  ),
  organisations: () => (
    <Sketch>
      {[0, 1, 2, 3].map((row) => (
        <g key={row}>
          <path d={`M18 ${34 + row * 26}v-12l9-6 9 6v12z`} className="good" />
          <Bar x={48} y={24 + row * 26} width={80 + ((row * 23) % 40)} />
        </g>
      ))}
      <Bar x={176} y={14} width={48} height={20} look="button" />
    </Sketch>
  ),
};
