class Main {
	static var n = 0;
	static function next():Int return n++;
	static function main() {
		var sum = n + next() + n;
		var pair = [next(), next()];
	}
}
