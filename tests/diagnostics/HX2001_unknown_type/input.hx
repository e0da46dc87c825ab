class Main {
	static function main() {
		var a:Strin = null;
		var b = new Missing();
		var c:haxe.Exceptoin = null;
	}
}
