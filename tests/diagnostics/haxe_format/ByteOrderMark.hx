class ByteOrderMark { static function main() missing(); }
