svodSearch.shards = 1;
