class Mian {
	static function main() {}
}
