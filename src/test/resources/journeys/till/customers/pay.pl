# A customer every 1/FIREDRILL_RATE seconds, each in a process of its own: open loop. One line each.
use strict; use warnings; use IO::Socket::INET; use Time::HiRes qw(time sleep alarm);
$| = 1; $SIG{CHLD} = 'IGNORE'; $SIG{TERM} = sub { exit 0 };
my ($target, $gap, $deadline) =
  ($ENV{FIREDRILL_TARGET}, 1 / $ENV{FIREDRILL_RATE}, $ENV{FIREDRILL_DEADLINE_MS} / 1000);
for (my $due = time; ; $due += $gap) {
  my $early = $due - time;
  sleep $early if $early > 0;
  next if fork;
  my ($start, $reason) = (time, '');
  eval {
    local $SIG{ALRM} = sub { die "late\n" };
    alarm $deadline;
    my $till = IO::Socket::INET->new(PeerAddr => $target) or die "refused\n";
    print $till "pay\n";
    (<$till> // '') eq "thank you\n" or die "reset\n";
    alarm 0;
  };
  my %reasons = ("late\n" => 'TIMEOUT', "refused\n" => 'REFUSED', "reset\n" => 'RESET');
  my $said = $@ ? '"outcome":"FAILED","reason":"' . ($reasons{$@} // 'HARNESS') . '"' : '"outcome":"OK"';
  syswrite STDOUT, sprintf qq({"start":%.3f,"end":%.3f,"intended":%.3f,%s}\n),
    $start * 1000, time * 1000, $due * 1000, $said;
  exit 0;
}
