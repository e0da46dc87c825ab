class UnknownType {
	static function main() {
		var s = "é"; var x:Missing = null;
	}
}
