# A customer every 1/FIREDRILL_RATE seconds, each in a process of its own: open loop. One line each.
use strict; use warnings; use IO::Socket::INET; use Time::HiRes qw(time sleep alarm);
$| = 1; $SIG{CHLD} = 'IGNORE'; $SIG{TERM} = sub { exit 0 };
my ($target, $gap, $deadline) =
  ($ENV{FIREDRILL_TARGET}, 1 / $ENV{FIREDRILL_RATE}, $ENV{FIREDRILL_DEADLINE_MS} / 1000);
my $number = 0;
for (my $due = time; ; $due += $gap) {
  my $early = $due - time;
  sleep $early if $early > 0;
  my $id = $ENV{FIREDRILL_RUN} . '-' . $number++;
  next if fork;
  my ($start, $answer) = (time, '');
  eval {
    local $SIG{ALRM} = sub { die "TIMEOUT\n" };
    alarm $deadline;
    my $desk = IO::Socket::INET->new(PeerAddr => $target) or die "REFUSED\n";
    print $desk "POST /tickets/$id HTTP/1.1\r\n\r\n";
    $answer = <$desk> // die "RESET\n";
    $answer =~ /^HTTP\/1.1 200/ or die "STATUS\n";
    alarm 0;
  };
  chomp(my $reason = $@);
  my $outcome = $reason eq '' ? 'OK' : $reason eq 'REFUSED' ? 'FAILED' : 'UNKNOWN';
  my $why = $reason eq '' ? '' : qq(,"reason":"$reason");
  syswrite STDOUT, sprintf qq({"start":%.3f,"end":%.3f,"intended":%.3f,"write":"%s","outcome":"%s"%s}\n),
    $start * 1000, time * 1000, $due * 1000, $id, $outcome, $why;
  exit 0;
}
