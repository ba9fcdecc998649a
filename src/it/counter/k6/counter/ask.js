// Customers at the rate and to the target that Firedrill tells, one JSON line for each.
import http from 'k6/http';
import exec from 'k6/execution';

const rate = Number(__ENV.FIREDRILL_RATE);
const deadline = Number(__ENV.FIREDRILL_DEADLINE_MS);

export const options = {
  scenarios: {
    visits: {
      executor: 'constant-arrival-rate',
      rate: Math.round(rate * 60),
      timeUnit: '1m',
      duration: `${__ENV.FIREDRILL_SECONDS}s`,
      preAllocatedVUs: 30,
      gracefulStop: '1s',
    },
  },
};

export default function () {
  const start = Date.now();
  const answer = http.get(`http://${__ENV.FIREDRILL_TARGET}/`, { timeout: deadline });
  const line = {
    start,
    end: Date.now(),
    intended: exec.scenario.startTime + (exec.scenario.iterationInTest * 1000) / rate,
    outcome: 'OK',
  };
  if (answer.status !== 200) {
    line.outcome = 'FAILED'; // nothing is written, so nothing is left open
    line.reason = answer.status ? 'STATUS' : answer.error_code === 1212 ? 'REFUSED' : 'RESET';
    line.reason = answer.error_code === 1050 || answer.error_code === 1211 ? 'TIMEOUT' : line.reason;
    line.detail = answer.status ? `status ${answer.status}` : answer.error;
  }
  console.log(JSON.stringify(line));
}
