// A journey of k6: transfers at the rate and to the target that Firedrill tells, one JSON line for each.
import http from 'k6/http';
import exec from 'k6/execution';

const rate = Number(__ENV.FIREDRILL_RATE);
const deadline = Number(__ENV.FIREDRILL_DEADLINE_MS);
const target = `http://${__ENV.FIREDRILL_TARGET}`;
const json = { 'Content-Type': 'application/json' };

export const options = {
  scenarios: {
    transfers: {
      executor: 'constant-arrival-rate', // open loop: nobody waits for another one's answer
      rate: Math.round(rate * 60),
      timeUnit: '1m',
      duration: `${__ENV.FIREDRILL_SECONDS}s`,
      preAllocatedVUs: Math.ceil((rate * deadline * 2) / 1000) + 10,
      gracefulStop: '1s',
    },
  },
};

// k6 has one number for what became of a request that got no answer: https://grafana.com/docs/k6 "Error codes"
function reason(code) {
  if (code === 1050 || code === 1211) return 'TIMEOUT';
  if (code === 1212) return 'REFUSED';
  return code >= 1400 ? 'STATUS' : 'RESET';
}

export function setup() {
  const who = JSON.stringify({ customer: 'ada', password: __ENV.PASSWORD });
  return http.post(`${target}/sessions`, who, { headers: json }).json('token');
}

export default function (token) {
  const write = `${__ENV.FIREDRILL_RUN}-${exec.vu.idInTest}-${exec.vu.iterationInInstance}`;
  const start = Date.now();
  const answer = http.post(
    `${target}/transfers`,
    JSON.stringify({ id: write, from: 'ada', to: 'ben', cents: 1 }),
    { headers: { ...json, Authorization: `Bearer ${token}` }, timeout: deadline },
  );
  const line = {
    start,
    end: Date.now(),
    intended: exec.scenario.startTime + (exec.scenario.iterationInTest * 1000) / rate,
    write,
    who: 'ada',
    outcome: 'OK',
  };
  if (answer.status !== 200 && answer.status !== 201) {
    line.reason = reason(answer.error_code);
    line.detail = answer.status ? `status ${answer.status}` : answer.error;
    // refused, or a definite no: nothing was written; else nobody knows
    const no = line.reason === 'REFUSED' || (answer.status >= 400 && answer.status < 500);
    line.outcome = no ? 'FAILED' : 'UNKNOWN';
  }
  console.log(JSON.stringify(line));
}
