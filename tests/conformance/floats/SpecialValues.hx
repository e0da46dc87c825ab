class SpecialValues {
	static function main() {
		var nan = Math.NaN;
		Sys.println(nan == nan);
		Sys.println(Math.isNaN(nan));
		Sys.println(nan < 1);
		Sys.println(nan >= 1);
		Sys.println(!(nan < 1));
		Sys.println(Math.POSITIVE_INFINITY > 1e300);
		Sys.println(Math.isFinite(Math.NEGATIVE_INFINITY));
		Sys.println(1 / 0 == Math.POSITIVE_INFINITY);
	}
}
