class Main {
	static function main() {
		var a = 1 - "2";
		var b = true * 2;
		var c = [1] + [2];
		var d = "a" < 1;
		var e = 1 == "1";
	}
}
