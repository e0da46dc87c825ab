class Sieve {
	static function main() {
		var n = 1000;
		var composite = [for (i in 0...n + 1) false];
		var primes = [];
		for (i in 2...n + 1) {
			if (composite[i]) continue;
			primes.push(i);
			var k = i * i;
			while (k <= n) {
				composite[k] = true;
				k += i;
			}
		}
		Sys.println(primes.length);
		Sys.println(primes[primes.length - 1]);
	}
}
