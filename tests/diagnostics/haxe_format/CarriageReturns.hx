class CarriageReturns {
	static function main() {
		take("a");
	}
	static function take(n:Int) {}
}
