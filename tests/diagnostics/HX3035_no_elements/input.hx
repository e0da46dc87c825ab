class Main {
	static function main() {
		var n = 5;
		trace(n[0]);
		var o = {x: 1};
		o[1] = 2;
	}
}
