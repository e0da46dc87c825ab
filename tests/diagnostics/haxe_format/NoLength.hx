class NoLength {
	static function main() {
		var x = 1;
