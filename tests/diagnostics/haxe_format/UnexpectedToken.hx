class UnexpectedToken {
	static function main() {
		var e = "é" + ;
	}
}
